import type { IssueCode } from '../core/issues.ts';
import { drivenIssuesEn } from './drivenIssues.en.ts';
import type { IssueWords } from './issues.zh.ts';
import { tableIssuesEn } from './tableIssues.en.ts';

export const issuesEn = {
  'file.empty': { cause: 'The file is empty.', action: 'Choose a file with content.' },
  'file.notReadable': {
    cause: 'The file cannot be read.',
    action: 'Save it as CSV (UTF-8) or XLSX and try again.',
  },
  'file.newerVersion': {
    cause: 'The file comes from a newer Cuntong.',
    action: 'Update Cuntong, then open it.',
  },
  'file.schema': {
    cause: 'This is not a Cuntong plan file.',
    action: 'Open a file that was saved by Cuntong.',
  },
  'table.columnMissing': {
    cause: 'The column “{{column}}” is missing.',
    action: 'Add it, named as in the template.',
  },
  'cell.required': { cause: 'This cell must not be empty.', action: 'Fill it in and load the file again.' },
  'cell.notANumber': { cause: '“{{value}}” is not a number.', action: 'Write a number without a unit.' },
  'cell.outOfRange': {
    cause: '“{{value}}” is outside the sensible range.',
    action: 'Check the value and its unit.',
  },
  'cell.unknownWord': {
    cause: '“{{value}}” is not a known word.',
    action: 'Use one of the words in the template.',
  },
  'row.duplicateId': { cause: 'The id “{{id}}” occurs twice.', action: 'Keep one row or change an id.' },
  'row.unknownReference': {
    cause: '“{{reference}}” is referred to but does not exist.',
    action: 'Check the id or add the missing row.',
  },
  'place.outsideCounty': {
    cause: '“{{name}}” lies outside the county.',
    action: 'Check its longitude, latitude and datum.',
  },
  'place.unlocated': {
    cause: '“{{name}}” has no coordinates.',
    action: 'Add longitude and latitude; until then an estimated position is used.',
  },
  'place.unreachable': {
    cause: '“{{name}}” cannot be reached by road.',
    action: 'Check its position or add the missing road.',
  },
  'place.farFromRoad': {
    cause: '“{{name}}” lies far from the nearest road.',
    action: 'Check its position or add the road that leads there.',
  },
  'evidence.none': {
    cause: 'This is no evidence pack of Cuntong, or its manifest.json is damaged.',
    action: 'Choose an evidence pack (.zip) as it was exported, not unpacked and packed again.',
  },
  'evidence.broken': {
    cause: 'The plan in the pack does not belong to its project: nothing can be computed again.',
    action: 'Ask whoever made it for the original pack.',
  },
  'file.truncated': {
    cause: '“{{file}}” is incomplete: it breaks off half-way.',
    action: 'Download or copy the file again; the part that was read is not used.',
  },
  'file.unknownFormat': {
    cause: 'The format of “{{file}}” is not known.',
    action:
      'Road files that can be read: shapefiles (.shp, .dbf and .prj together, or in a zip), .osm.pbf, .osm, .osm.gz, Overpass JSON, GeoJSON lines, KML/KMZ, GPX, CSV edge list.',
  },
  'road.noRoads': { cause: 'There are no roads in “{{file}}”.', action: 'Choose a file with road lines.' },
  'road.pointsMissing': {
    cause: 'Points of the road have no position in the file, or an impossible one.',
    action: 'It is cut where they are missing; export the whole area and import again.',
  },
  'road.unknownClass': {
    cause: 'The road class “{{word}}” is not known; taken as a village road for now.',
    action: 'Write national, provincial, county, township or village road.',
  },
  'road.nodeUnlocated': {
    cause: 'Road node “{{id}}” has no position.',
    action: 'Add its position; until then the course of its roads is not drawn.',
  },
  'road.shorterThanStraight': {
    cause: 'The road is shorter than the straight line between its ends.',
    action: 'Check the kilometres and the positions of both ends.',
  },
  'road.ferry': {
    cause: '“{{name}}” is a ferry.',
    action: 'Make sure delivery vehicles can use it; otherwise close it.',
  },
  'road.crsAssumed': {
    cause: '“{{file}}” does not name its coordinate system; read as WGS-84.',
    action: 'If it comes from AMap or Baidu, choose GCJ-02 or BD-09 when importing.',
  },
  'shapefile.shpMissing': {
    cause: '“{{file}}” is part of a shapefile; the .shp of the same name is missing.',
    action: 'Choose the .shp, .dbf and .prj of one name together, or put them into one zip archive.',
  },
  'shapefile.dbfMissing': {
    cause:
      '“{{file}}” has no .dbf of the same name: what lies in it has no names and no other attributes; roads count as village roads.',
    action: 'Choose the .shp, .dbf and .prj of one name together and import again.',
  },
  'road.notDegrees': {
    cause:
      'The coordinates of “{{file}}” (such as {{value}}) are neither degrees nor metres of a known projection.',
    action: 'Save it as longitude and latitude (WGS-84 or CGCS2000) in a mapping program and import again.',
  },
  'road.projected': {
    cause:
      '“{{file}}” is in metres of a Gauss projection; converted with the central meridian {{meridianDeg}}°.',
    action:
      'Check on the map that roads and villages meet; where they do not, choose the Gauss projection under “Coordinates” and give its meridian.',
  },
  'road.webMercator': {
    cause: '“{{file}}” is in metres of Web Mercator; converted to degrees.',
    action: 'Check on the map that roads and villages meet.',
  },
  'road.oldDatum': {
    cause: '“{{file}}” is in Beijing 1954 or Xian 1980; how far that is from WGS-84 is not public.',
    action: 'Positions may be 50 to 150 metres off; use a version in CGCS2000 if there is one.',
  },
  'road.latitudeFirst': {
    cause: '“{{file}}” has latitudes first (such as {{value}}); read with longitudes first.',
    action: 'Check it on the map.',
  },
  'road.clipped': {
    cause: 'Not imported: {{removed}} roads more than {{marginKm}} km outside the county.',
    action: 'Widen the margin if you need them.',
  },
  'road.crossingNoded': {
    cause: 'Two roads crossed without a junction; one was added.',
    action: 'Undo this if one passes over the other.',
  },
  'road.endJoined': {
    cause: 'A road end lay very near another road and was joined to it.',
    action: 'Undo this if they are not connected.',
  },
  'road.islandRemoved': {
    cause: 'A small piece of road is not connected to the network and was set aside.',
    action: 'If it should be connected, add the missing road and undo this.',
  },
  'elevation.notReadable': {
    cause: '“{{file}}” is no readable elevation file.',
    action: 'Use an SRTM .hgt file (named like N36E108.hgt) or a .zip that holds it.',
  },
  'elevation.noRoads': {
    cause: 'There are elevation files but no road file.',
    action: 'Choose the elevation files together with the road file.',
  },
  'elevation.used': {
    cause: 'Slopes from {{tiles}} elevation tiles: {{sloping}} of {{roads}} roads climb.',
    action:
      'Climbs and steep descents take longer; to leave slopes out, import again without the elevation files.',
  },
  'calibration.noDrivingTime': {
    cause: 'The stops of this line take all of its time; none is left for driving.',
    action: 'Check start, end, number of stops and minutes per stop.',
  },
  'calibration.noWay': {
    cause: 'The model knows no way between the stations of this line.',
    action: 'Check the stations or add the missing road first.',
  },
  'instance.sectionMissing': {
    cause: 'The instance file has no “{{section}}”.',
    action: 'Add that section and read it again.',
  },
  'instance.sectionLength': {
    cause: '“{{section}}” should hold {{wanted}} entries; {{found}} were read.',
    action: 'Complete it, or remove what is too much.',
  },
  'instance.unknownValue': {
    cause: '“{{value}}” is not a known value of “{{key}}”.',
    action: 'Use one of the instance formats the manual lists.',
  },
  'instance.outOfRange': {
    cause: '“{{key}}” holds {{value}}; it must lie between {{least}} and {{most}}.',
    action: 'Correct the number, or use a larger unit.',
  },
  'instance.tooLong': {
    cause: 'The longest leg is {{length}} long; at most {{most}} can be computed with.',
    action: 'Write the coordinates in a larger unit.',
  },
  'instance.unknownFormat': {
    cause: 'The file is in none of the known formats of instances.',
    action: 'Use one of the instance formats the manual lists.',
  },
  'instance.notReadable': {
    cause: 'The file looks like {{format}}, but numbers or lines of it are missing.',
    action: 'Compare it with a published instance of that format.',
  },
  'cost.villageLegOutsideBand': {
    cause:
      'The village leg of line {{line}} costs {{yuanPerParcel}} yuan per parcel, outside the plausible {{low}} to {{high}} yuan.',
    action:
      'Check parcels, vehicle, driver wage and kilometres of this line; the band can be changed among all inputs.',
  },
  'scenario.noStops': {
    cause: 'The plan has no service point at all.',
    action: 'Add at least one service point.',
  },
  'station.servesServedPlace': {
    cause: '“{{place}}” is served by both “{{first}}” and “{{second}}”: its parcels would count twice.',
    action: 'Let one station alone serve it.',
  },
  'scenario.sharesDoNotAddUp': {
    cause: 'The shares do not add up to 100%.',
    action: 'Change them so that they do.',
  },
  ...drivenIssuesEn,
  ...tableIssuesEn,
} as const satisfies Record<IssueCode, IssueWords>;
