import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../core/issues.ts';

interface RefusedFileProps {
  readonly title: string;
  readonly file: string;
  readonly issues: readonly Issue[];
}

const mostShown = 3;

/** A file that was not taken: cause and action of what is wrong with it. */
export function RefusedFile({ title, file, issues }: RefusedFileProps) {
  const { t } = useTranslation();
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={issues.slice(0, mostShown).map(({ code, params }) => (
        <p key={`${code} ${String(params.path ?? '')}`}>
          {t(`issues.${code}.cause`, { ...params, file })} {t(`issues.${code}.action`, params)}
        </p>
      ))}
    />
  );
}
