import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** One per pane: a fault in one part leaves the others usable. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <PaneFailed error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function PaneFailed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="empty-state" role="alert">
      <p>{t('states.paneFailed')}</p>
      <p className="empty-actions">
        <Button type="primary" onClick={onRetry}>
          {t('states.retry')}
        </Button>
        <Button onClick={() => void navigator.clipboard.writeText(`${error.message}\n${error.stack ?? ''}`)}>
          {t('states.copyDetails')}
        </Button>
      </p>
    </div>
  );
}
