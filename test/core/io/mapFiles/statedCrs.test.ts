import { expect, it } from 'vitest';
import { crsOfText } from '../../../../src/core/io/mapFiles/statedCrs.ts';

const degrees = (name: string, datum: string): string =>
  `GEOGCS["${name}",DATUM["${datum}",SPHEROID["S",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`;
const gauss = (name: string, geographic: string, meridianDeg: number): string =>
  `PROJCS["${name}",${geographic},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",${meridianDeg}],PARAMETER["Scale_Factor",1.0],UNIT["Meter",1.0]]`;
const cgcs2000 = degrees('GCS_China_Geodetic_Coordinate_System_2000', 'D_China_2000');

it('knows the old datums by their years, not a county that is called Xian', () => {
  for (const [name, datum] of [
    ['GCS_Beijing_1954', 'D_Beijing_1954'],
    ['GCS_Xian_1980', 'D_Xian_1980'],
  ] as const)
    expect(crsOfText(degrees(name, datum))).toEqual({ kind: 'degrees', isOldDatum: true });
  const own = gauss('LuxiXian_CGCS2000_GK_CM_109_5E', cgcs2000, 109.5);
  expect(crsOfText(own)).toEqual({ kind: 'transverse', meridianDeg: 109.5, scale: 1, isOldDatum: false });
});

it('says nothing of a text that is none', () => {
  expect(crsOfText('')).toBeNull();
  expect(crsOfText('EPSG:4547')).toBeNull();
});
