import { describe, expect, it } from 'vitest';
import { issueCodes } from '../../src/core/issues.ts';
import { formatDuration, formatShare, formatTime, formatYuan } from '../../src/i18n/format.ts';
import { messagesEn } from '../../src/i18n/messages.en.ts';
import { messagesZh } from '../../src/i18n/messages.zh.ts';

type Tree = { readonly [key: string]: string | Tree };
function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key} / `),
  );
}
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

describe('messages', () => {
  const zh = texts(messagesZh);
  const en = new Map(texts(messagesEn));

  it('say the same things in both languages, with the same values filled in', () => {
    expect(zh.length).toBe(en.size);
    for (const [key, text] of zh) {
      // The tier is left unsaid where the sentence is shorter without it.
      expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('hold no Chinese in the English words', () => {
    expect([...en].filter(([, text]) => /\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('explain every issue code by cause and action', () => {
    for (const code of Object.keys(issueCodes)) {
      const words = (messagesZh.issues as Record<string, { cause: string; action: string }>)[code];
      expect(words?.cause, code).toBeTruthy();
      expect(words?.action, code).toBeTruthy();
    }
  });
});

describe('format', () => {
  it('writes numbers as people read them and a dash for what is missing', () => {
    expect(formatShare(0.8125, 'zh-CN')).toBe('81.3%');
    expect(formatShare(1, 'en')).toBe('100%');
    expect(formatYuan(1.339, 'zh-CN')).toBe('1.34');
    expect(formatYuan(1234.5, 'zh-CN')).toBe('1,235');
    // 10 h 57 min; 24:30 is half past midnight of the next day.
    expect(formatDuration(657)).toBe('10:57');
    expect(formatTime(1470)).toBe('00:30 +1');
    expect(formatYuan(Number.NaN, 'en')).toBe('—');
    expect(formatTime(undefined)).toBe('—');
  });
});
