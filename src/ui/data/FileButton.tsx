import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';

interface FileButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  /** Endings, as the browser wants them: ".json". */
  readonly accept: string;
  /** Of the hidden input, for tests. */
  readonly className: string;
  readonly isBusy?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for one file. */
export function FileButton({ label, icon, accept, className, isBusy = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button block icon={icon} loading={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        className={className}
        aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
}
