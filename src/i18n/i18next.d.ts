import 'i18next';
import type { messagesZh } from './messages.zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof messagesZh };
  }
}
