import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { solveAsked } from '../../state/commands/solveAsked.ts';
import { useApp } from '../AppContext.tsx';
import { CaretRightOutlined } from '../icons.tsx';

/** Lines changed by hand stay as they are, whatever is set: says so, with the ways to have them drawn up again. */
export function HandPlanActions() {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <div className="solve-actions" data-hand-plan>
      <p>{t('solve.search.handPlan')}</p>
      <Button
        type="primary"
        block
        icon={<CaretRightOutlined />}
        onClick={() => void solveAsked(app, 'around')}
      >
        {t('solve.search.around')}
      </Button>
      <span className="hint">{t('solve.search.aroundHint')}</span>
      <Button block onClick={() => void solveAsked(app, 'anew')}>
        {t('solve.search.anew')}
      </Button>
    </div>
  );
}
