import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from './AppContext.tsx';
import { CloseOutlined } from './icons.tsx';
import { Pane } from './Pane.tsx';

interface RoomPaneProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** Frame of what a button of the left rail opens beside the map. */
export function RoomPane({ title, extra, children }: RoomPaneProps) {
  const { t } = useTranslation();
  const app = useApp();
  return (
    <Pane
      title={title}
      className="room-pane"
      extra={
        <span className="pane-extra">
          {extra}
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t('rooms.close', { room: title })}
            onClick={app.view.closeRoom}
          />
        </span>
      }
    >
      {children}
    </Pane>
  );
}
