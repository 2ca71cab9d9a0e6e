import { strFromU8 } from 'fflate';

/** Text of a table file. UTF-8 in core; workers and the command line hand over GB 18030 already turned into UTF-8. */
export const decodeText = (bytes: Uint8Array): string => strFromU8(bytes).replace(/^\uFEFF/, '');

/** Text files that Chinese programs may write in GB 18030. */
export const mayBeGb18030 = (name: string): boolean => /\.(csv|txt|kml|gpx|geojson)$/i.test(name);
