import { Checkbox } from 'antd';
import type { ReactNode } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly children: ReactNode;
}

/** A rule that is off until it is wanted; what it takes is shown only then. */
export function RuleSwitch({ label, hint, isOn, onSwitch, children }: SwitchProps) {
  return (
    <div className={`rule ${isOn ? 'rule-on' : ''}`}>
      <Checkbox checked={isOn} onChange={(event) => onSwitch(event.target.checked)}>
        {label}
      </Checkbox>
      {isOn ? <div className="rule-value">{children}</div> : null}
      {isOn && hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
}
