import type { IssueWords } from './issues.zh.ts';

/** Words for what is found in a driver's recorded day, in English. */
export const drivenIssuesEn = {
  'track.notGpx': {
    cause: '“{{file}}” is not a GPX track.',
    action: 'In the phone app that recorded the way, choose “export GPX”, and take that file.',
  },
  'track.noPoints': {
    cause: '“{{file}}” has no track, only places, a route or nothing.',
    action: 'Export the way that was driven, not places kept or a route planned.',
  },
  'track.noTime': {
    cause:
      'None of the {{count}} points of “{{file}}” has a time, so nobody can tell when the vehicle was where.',
    action:
      'Export the original track with its times; tracks that were edited or simplified often lose them.',
  },
  'track.noReadableTime': {
    cause: 'The times of “{{file}}” cannot be read, for example “{{value}}” ({{count}} points in all).',
    action: 'Times of GPX look like 2026-05-12T00:30:00Z; export with another app.',
  },
  'track.tooFew': {
    cause: 'Fewer than two points of “{{file}}” can be used.',
    action: 'Make sure the whole trip is recorded, and export it again.',
  },
  'track.badPoints': {
    cause: 'Impossible coordinates in the file, not used: {{count}}.',
    action:
      'A phone that does not know yet where it is writes such points; if there are many, take another file.',
  },
  'track.pointsWithoutTime': {
    cause: 'Points without a time, not used: {{count}}.',
    action: 'If there are many, export the original track with its times.',
  },
  'track.badTimes': {
    cause: 'Points whose time cannot be read (for example “{{value}}”), not used: {{count}}.',
    action: 'Times look like 2026-05-12T00:30:00Z; if there are many, export with another app.',
  },
  'track.backInTime': {
    cause: 'Points not later than the point before, not used: {{count}}.',
    action: 'Two tracks may overlap, or the phone has set its clock; check the times there.',
  },
  'track.jumps': {
    cause: 'Points too far away (more than {{speed}} km/h to get there), not used: {{count}}.',
    action: 'Receivers stray in valleys and tunnels; if there are many, keep the phone by the window.',
  },
  'track.noZone': {
    cause:
      'Points whose time states no zone: {{count}}. They are taken for UTC, as GPX asks, and shown 8 hours later as China time.',
    action:
      'If the clocks are 8 hours late for it, choose “the file has China time” under “How it is read”, “Clock”.',
  },
  'track.severalRecordings': {
    cause: 'The file has {{count}} recordings with pauses of more than 3 hours; the longest is used.',
    action: 'Choose another under “How it is read”, “Recording”.',
  },
  'driven.systemAssumed': {
    cause:
      'There are no roads and too few surveyed stations to check against: coordinates are taken for WGS-84, as GPX asks.',
    action:
      'If the track is off by some hundred metres on the map, choose GCJ-02 under “How it is read”, “Coordinates”.',
  },
  'driven.shiftedToRoads': {
    cause:
      'The track is in {{crs}}: as written it lies {{beforeM}} m from the roads (median), converted {{afterM}} m. It has been converted.',
    action: 'If that is wrong, choose another system under “How it is read”, “Coordinates”.',
  },
  'driven.shiftedToStations': {
    cause:
      'The track is in {{crs}}: as written it lies {{beforeM}} m beside the stations as a whole, converted {{afterM}} m. It has been converted.',
    action: 'If that is wrong, choose another system under “How it is read”, “Coordinates”.',
  },
  'driven.sparse': {
    cause:
      'There is a point only every {{seconds}} seconds or so: arrivals and departures are uncertain by as much, and kilometres fall short.',
    action: 'Next time let the phone record every 10 seconds or more often.',
  },
  'driven.noCalls': {
    cause: 'The vehicle stood within {{radiusM}} m of no station of the plan.',
    action:
      'Check that this is the county and the plan; where positions are estimated, import surveyed ones first, or widen the radius.',
  },
  'driven.noLine': {
    cause: 'No line has its stations where the vehicle stood that day (radius {{radiusM}} m).',
    action: 'Widen the radius, or choose a line to see where they differ.',
  },
  'driven.wrongZone': {
    cause:
      'Arrivals are {{hours}} h later than planned throughout, as if the app had written China time as UTC.',
    action: 'Choose “the file has China time” under “How it is read”, “Clock”.',
  },
  'driven.placedByRule': {
    cause:
      'Stops not called at whose position is estimated: {{count}}. The vehicle may have been at the real one unseen.',
    action: 'Import their surveyed positions, and compare again.',
  },
  'driven.gaps': {
    cause:
      'Nothing was recorded for {{minutes}} min on the way (about {{km}} km straight); kilometres and speeds leave that out.',
    action: 'See that the phone does not end recording in the background to save power.',
  },
} as const satisfies Record<string, IssueWords>;
