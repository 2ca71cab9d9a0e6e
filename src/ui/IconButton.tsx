import { Button } from 'antd';
import type { ReactNode } from 'react';

interface IconButtonProps {
  readonly icon: ReactNode;
  /** Said by screen readers and shown under the pointer. */
  readonly label: string;
  readonly onClick: () => void;
}

/** A small button that is a picture alone. */
export const IconButton = ({ icon, label, onClick, ...data }: IconButtonProps) => (
  <Button type="text" size="small" icon={icon} aria-label={label} title={label} onClick={onClick} {...data} />
);
