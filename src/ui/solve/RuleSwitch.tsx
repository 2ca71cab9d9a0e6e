import { Checkbox } from 'antd';
import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  /** What the rule takes; absent = nothing more than being on. */
  readonly children?: ReactNode;
}

/** A rule that is off until it is wanted; what it takes is shown only then. */
export function RuleSwitch({ label, hint, isOn, onSwitch, children }: SwitchProps) {
  const hintId = useId();
  return (
    <div className={`rule ${isOn ? 'rule-on' : ''}`}>
      <Checkbox
        checked={isOn}
        {...(hint ? { 'aria-describedby': hintId } : {})}
        onChange={(event) => onSwitch(event.target.checked)}
      >
        {label}
      </Checkbox>
      {isOn && children ? <div className="rule-value">{children}</div> : null}
      {hint ? (
        <span className="hint" id={hintId} hidden={!isOn}>
          {hint}
        </span>
      ) : null}
    </div>
  );
}
