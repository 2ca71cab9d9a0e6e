import type { Migration } from './index.ts';

/** Version 2 adds hubs to choose, calendars, buses, stability and today's plan, all optional: a file of version 1 has none of them. */
export const v1ToV2: Migration = (file) => ({ ...file, formatVersion: 2 });
