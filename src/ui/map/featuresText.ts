import type { FeatureCollection } from 'geojson';

const featuresPerPart = 200;

/** GeoJSON text in parts, so that the main thread can make it in slices. */
export function* featuresText({ features }: FeatureCollection): Generator<undefined, readonly string[]> {
  const parts = ['{"type":"FeatureCollection","features":['];
  for (let from = 0; from < features.length; from += featuresPerPart) {
    const text = JSON.stringify(features.slice(from, from + featuresPerPart));
    parts.push(`${from === 0 ? '' : ','}${text.slice(1, -1)}`);
    yield;
  }
  parts.push(']}');
  return parts;
}
