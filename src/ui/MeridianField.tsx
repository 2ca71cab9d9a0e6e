import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { meridianRangeDeg } from '../core/io/gaussKruger.ts';
import { NumberInput } from './NumberInput.tsx';

interface MeridianFieldProps {
  readonly valueDeg: number | null;
  readonly hint: string;
  readonly onChange: (meridianDeg: number | null) => void;
}

/** The central meridian that metres are measured from. */
export function MeridianField({ valueDeg, hint, onChange }: MeridianFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <div className="field-row">
        <label htmlFor={id}>{t('roads.import.meridianDeg')}</label>
        <NumberInput id={id} {...meridianRangeDeg} value={valueDeg} onChange={onChange} />
      </div>
      <span className="hint">{hint}</span>
    </div>
  );
}
