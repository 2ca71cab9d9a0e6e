import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../AppContext.tsx';
import { ownPart } from '../bilingual.ts';

interface AssumedTimetableProps {
  /** In both languages. */
  readonly source: string;
}

/** Beside a bus line of which nobody knows when it runs: estimated, and why. */
export function AssumedTimetable({ source }: AssumedTimetableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Tooltip title={ownPart(source, language)}>
      <Tag
        className="estimated-mark"
        tabIndex={0}
        role="img"
        aria-label={t('lines.assumedTimetable')}
        data-assumed-timetable
      >
        ≈
      </Tag>
    </Tooltip>
  );
}
