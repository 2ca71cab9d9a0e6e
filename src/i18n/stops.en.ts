import type { stopsZh } from './stops.zh.ts';

export const stopsEn: typeof stopsZh = {
  title: 'What each stop costs',
  empty:
    'Once the lines are solved: what calling at each station costs, from how many parcels a day it pays, and what is missing.',
  waits: 'The lines are still being improved; costs follow when they are final.',
  running: 'Working out the costs…',
  income: {
    label: 'Income, yuan a parcel',
    hint: 'What every parcel to or from the village brings whoever carries it, subsidies not counted.',
    mean: '= mean cost, no profit',
    given: '(given by you)',
    useMean: 'Use mean cost',
  },
  basis: { label: 'Charged with', own: 'Own stop', share: 'Share of all' },
  pays: 'Pays',
  short: 'Short',
  summary: {
    own: '{{short}} of {{count}} stations are short of their own stop; {{missing}} yuan a day ({{year}} a year) would make up for it. The others have {{surplus}} a day over.',
    share:
      '{{short}} of {{count}} stations are short of their share; {{missing}} yuan a day ({{year}} a year) would make up for it. The others have {{surplus}} a day over.',
  },
  allPay: {
    own: 'All {{count}} stations pay for their own stop and have {{surplus}} yuan a day over.',
    share: 'All {{count}} stations bring their share and have {{surplus}} yuan a day over.',
  },
  othersOver: 'township stations have {{yuan}} yuan a day over at the same income',
  othersShort: 'township stations are short of {{yuan}} yuan a day, too, at the same income',
  how: 'How it is reckoned',
  explain: {
    own: "A stop costs the kilometres and minutes that calling there adds (vehicle and driver at what a minute of the line costs) and the keeper's monthly pay; each parcel costs sorting, handling and fees besides. The lines stay as they are. Where several stations lie on one side road, none of them is charged with it.",
    share:
      'All costs of the plan split over the stations: a leg by the parcels aboard, prices per parcel by parcels. Stations and townships add up to the whole.',
  },
  fetching: 'Without a station a villager pays about {{yuan}} yuan to fetch a parcel.',
  subsidy: 'The subsidy of {{yuan}} yuan a parcel in this scenario is not counted as income',
  estimated: 'kilometres and minutes rest on estimated roads',
  unserved: '{{count}} stations on no line are not in the table',
  hubs: '{{count}} stations that supply others are not in the table: their stop is not theirs alone',
  columns: {
    name: 'Station',
    township: 'Township',
    lines: 'Lines',
    verdict: 'Income',
    parcelsPerDay: 'parcels a day',
    detourKmPerDay: 'detour km/day',
    stopMinPerDay: 'added min/day',
    stopYuanPerDay: 'stop yuan/day',
    yuanPerParcelMore: 'besides yuan/parcel',
    breakEvenParcelsPerDay: 'pays from parcels/day',
    chargedYuanPerParcel: 'cost yuan/parcel',
    missingYuanPerParcel: 'missing yuan/parcel',
    missingYuanPerYear: 'missing yuan/year',
  },
  hints: {
    parcelsPerDay: 'In and out, per day of the calendar',
    detourKmPerDay:
      'Kilometres to the station and on to the next stop, less those straight on; below 0 where the quickest way straight on is longer',
    stopMinPerDay: 'Minutes of driving the detour and of standing there',
    stopYuanPerDay: "Kilometres and minutes at the prices of the line, and the keeper's monthly pay",
    yuanPerParcelMore:
      'What one more parcel costs: sorting, the hub, the station fee, the end-delivery fee, handling time, the bus fare',
    breakEvenParcelsPerDay:
      'Stop cost over income less what a parcel costs besides; — where a parcel brings less than that: no number of parcels pays',
    chargedYuanPerParcel: 'Cost of a parcel as charged',
    missingYuanPerParcel: 'Cost less income of a parcel; below 0 = over',
    missingYuanPerYear: 'Missing per parcel, times parcels, times 365 days',
  },
  chart: {
    title: 'Parcels and cost of a parcel',
    subtitle: {
      own: 'A point a station; above the line it is short',
      share: 'A point a station; above the line it is short',
    },
    income: 'income {{yuan}}',
    aria: 'Scatter chart: parcels a day and cost of a parcel of {{count}} stations; income {{yuan}} yuan a parcel, {{short}} stations above it.',
  },
  colours: {
    title: {
      own: 'Colour: do parcels pay for the stop',
      share: 'Colour: does income cover the share',
    },
    upTo: 'short ≤ {{yuan}} yuan a parcel',
    over: 'short > {{yuan}} yuan a parcel',
    other: 'not in the table',
  },
};
