import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOfDay, dayNumber } from '../../../../src/core/io/civilDate.ts';
import { readMoment } from '../../../../src/core/io/mapFiles/isoTime.ts';
import { readTimedTrack } from '../../../../src/core/io/mapFiles/timedTrack.ts';
import type { TimedTrack } from '../../../../src/core/model/timedTrack.ts';

const point = (lon: number | string, lat: number | string, time?: string): string =>
  `<trkpt lat="${lat}" lon="${lon}">${time === undefined ? '' : `<time>${time}</time>`}</trkpt>`;
const gpx = (...segments: string[][]): string =>
  `<gpx version="1.1"><trk>${segments.map((points) => `<trkseg>${points.join('')}</trkseg>`).join('')}</trk></gpx>`;
const read = (text: string) => readTimedTrack({ name: 'a.gpx', bytes: new TextEncoder().encode(text) });
const codes = (text: string): string[] => read(text).issues.map(({ code }) => code);
function trackIn(text: string): TimedTrack {
  const result = read(text);
  if (!result.ok) throw new Error(result.issues.map(({ code }) => code).join());
  return result.value;
}

describe('a time of ISO 8601', () => {
  it('is minutes since 1970 in UTC, with zones and fractions', () => {
    // 2026-05-12: 20,585 days after 1970-01-01 (56 years of 365 and 14 leap days = 20,454, then 31+28+31+30+11 = 131).
    const day = 20_585 * 1440;
    expect(readMoment('2026-05-12T00:30:00Z')).toEqual({ utcMin: day + 30, isZoneMissing: false });
    // Half past eight in China is half past midnight in UTC.
    expect(readMoment('2026-05-12T08:30:00+08:00')?.utcMin).toBe(day + 30);
    expect(readMoment('2026-05-12T08:30+0800')?.utcMin).toBe(day + 30);
    // 30.5 s = 0.508333 min.
    expect(readMoment('2026-05-12T00:00:30.5Z')?.utcMin).toBeCloseTo(day + 30.5 / 60, 9);
    expect(readMoment('2026-05-12 00:30:00')).toEqual({ utcMin: day + 30, isZoneMissing: true });
  });

  it('is none where the date does not exist or the text is something else', () => {
    for (const text of [
      '',
      'yesterday',
      '2026-02-30T00:00:00Z',
      '2026-13-01T00:00:00Z',
      '2026-05-12',
      '12:30',
    ])
      expect(readMoment(text), text).toBeNull();
  });

  it('agrees with the calendar of the machine on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        const text = dateOfDay(day);
        expect(text).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        const [year, month, ofMonth] = text.split('-').map(Number);
        expect(dayNumber(year!, month!, ofMonth!)).toBe(day);
      }),
    );
  });
});

describe('a track with times', () => {
  it('is shown in China time, and goes on past midnight', () => {
    // 15:59 UTC is 23:59 in China; two minutes later it is 1 minute into the next day: 1441.
    const track = trackIn(
      gpx([point(108, 36, '2026-05-12T15:59:00Z'), point(108.001, 36, '2026-05-12T16:01:00Z')]),
    );
    expect(track.day).toBe('2026-05-12');
    expect([...track.clockMin]).toEqual([1439, 1441]);
  });

  it('puts segments in the order of time and keeps the gap between them', () => {
    const track = trackIn(
      gpx(
        [point(108.1, 36, '2026-05-12T02:00:00Z'), point(108.101, 36, '2026-05-12T02:01:00Z')],
        [point(108, 36, '2026-05-12T01:00:00Z'), point(108.001, 36, '2026-05-12T01:01:00Z')],
      ),
    );
    // 01:00 UTC = 09:00 in China = 540.
    expect([...track.clockMin]).toEqual([540, 541, 600, 601]);
    expect([...track.startsSegment]).toEqual([1, 0, 1, 0]);
  });

  it('reads GPX 1.0 and names with a prefix', () => {
    const text = gpx([point(108, 36, '2026-05-12T01:00:00Z'), point(108.001, 36, '2026-05-12T01:01:00Z')])
      .replace('version="1.1"', 'version="1.0" xmlns:g="http://www.topografix.com/GPX/1/0"')
      .replaceAll(/<(\/?)(gpx|trk|trkseg|trkpt|time)(?=[ >])/g, '<$1g:$2');
    expect(trackIn(text).clockMin).toHaveLength(2);
  });

  it('counts and tells what cannot be used', () => {
    const good = Array.from({ length: 8 }, (_, index) =>
      point(108 + index * 0.001, 36, `2026-05-12T01:0${index}:00Z`),
    );
    const jump = point(109, 36, '2026-05-12T01:03:30Z');
    const back = point(108.004, 36, '2026-05-12T01:02:00Z');
    const text = gpx([
      point(0, 0, '2026-05-12T00:59:00Z'),
      point('x', 36, '2026-05-12T00:59:00Z'),
      ...good.slice(0, 4),
      // 90 km away for half a minute.
      jump,
      ...good.slice(4, 6),
      back,
      point(108.005, 36),
      point(108.005, 36, 'noon'),
      ...good.slice(6),
    ]);
    const { issues } = read(text);
    expect(issues.map(({ code, params }) => [code, params.count])).toEqual([
      ['track.badPoints', 2],
      ['track.pointsWithoutTime', 1],
      ['track.badTimes', 1],
      ['track.backInTime', 1],
      ['track.jumps', 1],
    ]);
    expect(trackIn(text).clockMin).toHaveLength(8);
  });

  it('takes times without a zone for UTC and says so', () => {
    const text = gpx([point(108, 36, '2026-05-12T01:00:00'), point(108.001, 36, '2026-05-12T01:01:00')]);
    expect(codes(text)).toEqual(['track.noZone']);
    expect(trackIn(text).clockMin[0]).toBe(540);
  });

  it('is refused with a reason where there is nothing to go by', () => {
    expect(codes('')).toEqual(['file.empty']);
    expect(codes('a,b\n1,2')).toEqual(['track.notGpx']);
    expect(codes('<gpx><wpt lat="36" lon="108"/></gpx>')).toEqual(['track.noPoints']);
    expect(codes(gpx([point(108, 36), point(108, 36)]))).toEqual(['track.noTime']);
    expect(codes(gpx([point(108, 36, 'noon')]))).toEqual(['track.noReadableTime']);
    expect(codes(gpx([point(108, 36, '2026-05-12T01:00:00Z')]))).toEqual(['track.tooFew']);
    expect(codes('<gpx><trk><trkseg>')).toEqual(['file.truncated']);
  });
});
