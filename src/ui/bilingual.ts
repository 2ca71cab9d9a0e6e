import type { Name } from '../core/model/scenario.ts';
import type { Language } from '../i18n/t.ts';

/** Source texts of the data are written "中文 / English"; the part of the language on the screen. */
export function ownPart(text: string, language: Language): string {
  const at = text.indexOf(' / ');
  if (at < 0) return text;
  return language === 'en' ? text.slice(at + 3) : text.slice(0, at);
}

export const nameIn = (name: Name, language: Language): string => (language === 'en' ? name.en : name.zh);

export { shortPlaceName } from '../core/model/shortPlaceName.ts';
