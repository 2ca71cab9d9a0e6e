import { colours, drivenColour, previewColour } from '../theme.ts';
import type { LayerId } from './layerOrder.ts';
import { lockOffsetPx } from './lockIcon.ts';
import type { LayerSpecification } from './maplibre.ts';
import { villageLabelZoom } from './sources.ts';

/** Paint of every layer; the order is in layerOrder.ts. */
const mapFont = ['Noto Sans SC Variable'];
const estimated = ['==', ['get', 'isEstimated'], true];
const known = ['!=', ['get', 'isEstimated'], true];

const lineWidth = ['interpolate', ['linear'], ['zoom'], 8, 2, 11, 3.2, 14, 5] as const;
const casingWidth = ['interpolate', ['linear'], ['zoom'], 8, 3.6, 11, 5.4, 14, 8] as const;
const lineOffset = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  ['*', ['get', 'rank'], 2.6],
  11,
  ['*', ['get', 'rank'], 4.2],
  14,
  ['*', ['get', 'rank'], 6.5],
] as const;

/** Main roads stand out a little, so that a file of thousands of roads stays readable. */
const isMainRoad = ['in', ['get', 'roadClass'], ['literal', ['national', 'provincial', 'county']]];
const roadColour = ['case', isMainRoad, '#aab4bf', '#cbd2d9'];
const roadWidth = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  ['case', isMainRoad, 1.2, 0.6],
  13,
  ['case', isMainRoad, 2.6, 1.6],
];

const stationRadius = [
  'interpolate',
  ['linear'],
  ['zoom'],
  8,
  ['match', ['get', 'role'], 'depot', 7, 'townshipStation', 4.6, 2.4],
  12,
  ['match', ['get', 'role'], 'depot', 10, 'townshipStation', 7, 4.6],
] as const;

const roundLine = { 'line-cap': 'round', 'line-join': 'round' } as const;

const labelLayout = {
  'text-field': ['get', 'name'],
  'text-font': mapFont,
  'text-variable-anchor': [
    'top',
    'bottom',
    'left',
    'right',
    'top-left',
    'top-right',
    'bottom-left',
    'bottom-right',
  ],
  'text-radial-offset': 0.75,
  'text-justify': 'auto',
  'text-padding': 3,
  'text-max-width': 12,
};
const labelPaint = { 'text-halo-color': '#ffffff', 'text-halo-width': 1.8 };

const definitions: Readonly<Record<LayerId, unknown>> = {
  ground: { type: 'background', paint: { 'background-color': colours.mapGround } },
  'county-fill': { type: 'fill', source: 'county', paint: { 'fill-color': colours.mapCounty } },
  'county-outline': {
    type: 'line',
    source: 'county',
    layout: roundLine,
    paint: { 'line-color': '#9aa5b1', 'line-width': 1.6 },
  },
  'roads-known': {
    type: 'line',
    source: 'roads',
    filter: known,
    layout: roundLine,
    paint: { 'line-color': roadColour, 'line-width': roadWidth },
  },
  'roads-estimated': {
    type: 'line',
    source: 'roads',
    filter: estimated,
    paint: { 'line-color': '#d3d9e0', 'line-width': 1, 'line-dasharray': [3, 3] },
  },
  'roads-preview': {
    type: 'line',
    source: 'preview',
    layout: roundLine,
    paint: { 'line-color': previewColour, 'line-width': roadWidth },
  },
  'road-selected': {
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'selected'],
    layout: roundLine,
    paint: { 'line-color': '#f5b301', 'line-width': 11, 'line-opacity': 0.75 },
  },
  'roads-closed-casing': {
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'closed'],
    layout: roundLine,
    paint: { 'line-color': '#ffffff', 'line-width': 6 },
  },
  'roads-closed': {
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'closed'],
    paint: { 'line-color': colours.fail, 'line-width': 3.4, 'line-dasharray': [0.6, 0.7] },
  },
  'line-casing': {
    type: 'line',
    source: 'lines',
    layout: roundLine,
    paint: { 'line-color': '#ffffff', 'line-width': casingWidth, 'line-offset': lineOffset },
  },
  'line-known': {
    type: 'line',
    source: 'lines',
    filter: known,
    layout: roundLine,
    paint: { 'line-color': ['get', 'colour'], 'line-width': lineWidth, 'line-offset': lineOffset },
  },
  'line-estimated': {
    type: 'line',
    source: 'lines',
    filter: estimated,
    paint: {
      'line-color': ['get', 'colour'],
      'line-width': lineWidth,
      'line-offset': lineOffset,
      'line-dasharray': [2.4, 0.9],
    },
  },
  'line-sketch': {
    type: 'line',
    source: 'sketch',
    layout: roundLine,
    paint: { 'line-color': ['get', 'colour'], 'line-width': 2, 'line-opacity': 0.9 },
  },
  places: {
    type: 'circle',
    source: 'places',
    paint: {
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 1.4, 12, 3],
      'circle-color': ['case', ['get', 'isReal'], '#8a94a1', '#ffffff'],
      'circle-stroke-color': '#8a94a1',
      'circle-stroke-width': 1,
    },
  },
  stations: {
    type: 'circle',
    source: 'stations',
    layout: { 'circle-sort-key': ['match', ['get', 'role'], 'depot', 3, 'townshipStation', 2, 1] },
    paint: {
      'circle-radius': stationRadius,
      'circle-color': [
        'case',
        ['==', ['get', 'role'], 'depot'],
        colours.text,
        ['get', 'isReal'],
        ['get', 'colour'],
        '#ffffff',
      ],
      'circle-stroke-color': [
        'case',
        ['any', ['get', 'isReal'], ['==', ['get', 'role'], 'depot']],
        '#ffffff',
        ['get', 'colour'],
      ],
      'circle-stroke-width': ['match', ['get', 'role'], 'depot', 2.5, 'townshipStation', 2, 1.6],
    },
  },
  'station-labels-village': {
    type: 'symbol',
    source: 'stations',
    minzoom: villageLabelZoom,
    filter: ['in', ['get', 'role'], ['literal', ['villageStation', 'urbanStation']]],
    layout: { ...labelLayout, 'text-size': ['interpolate', ['linear'], ['zoom'], 10, 10.5, 13, 13] },
    paint: { ...labelPaint, 'text-color': '#4a5462' },
  },
  'station-labels-township': {
    type: 'symbol',
    source: 'stations',
    filter: ['in', ['get', 'role'], ['literal', ['depot', 'townshipStation']]],
    layout: {
      ...labelLayout,
      'text-size': ['match', ['get', 'role'], 'depot', 15, 13],
      'symbol-sort-key': ['match', ['get', 'role'], 'depot', 0, 1],
    },
    paint: { ...labelPaint, 'text-color': colours.text, 'text-halo-width': 2.2 },
  },
  'stop-numbers': {
    type: 'symbol',
    source: 'stopNumbers',
    layout: {
      'text-field': ['get', 'number'],
      'text-font': mapFont,
      'text-size': 10.5,
      'text-allow-overlap': false,
      'text-anchor': 'bottom-right',
      'text-offset': [-0.4, -0.3],
    },
    paint: { 'text-color': ['get', 'colour'], 'text-halo-color': '#ffffff', 'text-halo-width': 2 },
  },
  'stop-locks': {
    type: 'symbol',
    source: 'locks',
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-anchor': 'top-left',
      'icon-offset': [lockOffsetPx[0], lockOffsetPx[1]],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  'road-drawn': {
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'drawn'],
    layout: roundLine,
    paint: { 'line-color': colours.text, 'line-width': 2.4, 'line-dasharray': [1, 1.4] },
  },
  'road-points': {
    type: 'circle',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'point'],
    paint: {
      'circle-radius': 8,
      'circle-color': 'rgba(255, 255, 255, 0)',
      'circle-stroke-color': colours.fail,
      'circle-stroke-width': 3,
    },
  },
  'day-driven': {
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'driven'],
    layout: roundLine,
    paint: { 'line-color': drivenColour, 'line-width': 3, 'line-dasharray': [0.1, 1.8] },
  },
  'way-found': {
    type: 'line',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'way'],
    layout: roundLine,
    paint: { 'line-color': colours.primary, 'line-width': 5, 'line-opacity': 0.85 },
  },
  'looked-up-places': {
    type: 'circle',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'place'],
    paint: {
      'circle-radius': 4,
      'circle-color': colours.primary,
      'circle-stroke-color': '#ffffff',
      'circle-stroke-width': 1.5,
    },
  },
  'looked-up-labels': {
    type: 'symbol',
    source: 'marks',
    filter: ['==', ['get', 'mark'], 'place'],
    layout: { ...labelLayout, 'text-size': 12.5 },
    paint: { ...labelPaint, 'text-color': colours.text },
  },
};

export const layerSpecification = (id: LayerId): LayerSpecification =>
  ({ id, ...(definitions[id] as object) }) as LayerSpecification;
