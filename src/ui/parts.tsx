import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useApp, useView } from './AppContext.tsx';
import { CompressOutlined, ExpandOutlined } from './icons.tsx';
import { bottomTabs, rightTabs } from './rooms.tsx';
import { TabBar } from './TabBar.tsx';

/** Below the map: tables, one tab at a time. */
export function BottomPart() {
  const { t } = useTranslation();
  const app = useApp();
  const active = useView((view) => view.bottomTab);
  const isTall = useView((view) => view.isBottomTall);
  const Content = bottomTabs.find(({ key }) => key === active)?.Content;
  const resizeText = isTall ? t('tabs.smaller') : t('tabs.larger');
  return (
    <div className="bottom">
      <div className="part-head">
        <TabBar
          label={t('tabs.bottom')}
          name="bottom"
          keys={bottomTabs.map(({ key }) => key)}
          active={active}
          onShow={app.view.showBottomTab}
        />
        {bottomTabs.length > 1 ? (
          <Tooltip title={resizeText}>
            <Button
              type="text"
              size="small"
              aria-label={resizeText}
              icon={isTall ? <CompressOutlined /> : <ExpandOutlined />}
              onClick={app.view.toggleBottomTall}
            />
          </Tooltip>
        ) : null}
      </div>
      <div className="part-body" id="bottom-panel" {...panelOf('bottom', active, bottomTabs.length)}>
        {Content ? <Content /> : null}
      </div>
    </div>
  );
}

/** On the right: figures and charts, one tab at a time. */
export function RightPart() {
  const { t } = useTranslation();
  const app = useApp();
  const active = useView((view) => view.rightTab);
  const Content = rightTabs.find(({ key }) => key === active)?.Content;
  return (
    <aside className="right">
      <TabBar
        label={t('tabs.right')}
        name="right"
        keys={rightTabs.map(({ key }) => key)}
        active={active}
        onShow={app.view.showRightTab}
      />
      <div className="right-body" id="right-panel" {...panelOf('right', active, rightTabs.length)}>
        {Content ? <Content /> : null}
      </div>
    </aside>
  );
}

/** A panel has a tab to be named by only where there is more than one. */
const panelOf = (name: string, active: string, count: number) =>
  count > 1 ? { role: 'tabpanel', 'aria-labelledby': `${name}-tab-${active}` } : {};
