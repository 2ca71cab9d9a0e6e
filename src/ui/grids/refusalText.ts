import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import type { Refusal } from '../../state/tables/tableEdit.ts';
import { useLanguage } from '../AppContext.tsx';

/** Says why a text was not taken into a table. */
export function useRefusalText(): (refused: Refusal) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ refusal, text, most }) =>
    t(`grids.refusals.${refusal}`, { text, most: formatNumber(most, language) });
}
