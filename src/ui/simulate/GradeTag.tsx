import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Graded } from '../../core/model/graded.ts';
import { useLanguage } from '../AppContext.tsx';
import { ownPart } from '../bilingual.ts';

/** How far a number can be trusted, and on pointing at it where it comes from. */
export function GradeTag({ grade, source: bothLanguages }: Pick<Graded, 'grade' | 'source'>) {
  const { t } = useTranslation();
  const source = ownPart(bothLanguages, useLanguage());
  return (
    <Tooltip title={source}>
      <Tag
        className={`grade grade-${grade}`}
        tabIndex={0}
        aria-label={`${t(`grades.${grade}`)}: ${source}`}
        role="img"
      >
        {t(`grades.${grade}`)}
      </Tag>
    </Tooltip>
  );
}
