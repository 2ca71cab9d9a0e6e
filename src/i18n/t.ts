import i18next, { type PostProcessorModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { messagesEn } from './messages.en.ts';
import { messagesZh } from './messages.zh.ts';
import { withSingulars } from './singular.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const singulars: PostProcessorModule = {
  type: 'postProcessor',
  name: 'singulars',
  process: (text) => (i18next.language === 'en' ? withSingulars(text) : text),
};

/** Starts the words in one language; both are in the bundle, so that switching needs no network. */
export async function startWords(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use(singulars)
    .init({
      lng: language,
      fallbackLng: false,
      resources: { 'zh-CN': { translation: messagesZh }, en: { translation: messagesEn } },
      interpolation: { escapeValue: false },
      // Codes such as capacity.exceeded and units such as yuan/km contain dots and colons of their own.
      keySeparator: '.',
      nsSeparator: false,
      postProcess: [singulars.name],
      react: { useSuspense: false },
    });
}

export async function switchWords(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
}
