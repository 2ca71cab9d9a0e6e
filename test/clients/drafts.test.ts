import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type KeptDraft, packDraft, unpackDraft } from '../../src/clients/drafts.ts';
import { readScenarioFile } from '../../src/core/file/read.ts';
import { writeScenarioFile } from '../../src/core/file/write.ts';
import { textsOfRows } from '../../src/core/model/packedTables.ts';
import { defaultChoices } from '../../src/state/simulationChoices.ts';
import { reviveDraft } from './reviveDraft.ts';

/** As versions before the tables were packed kept it: rows as objects, ids of roads as strings. */
const earlier = (): KeptDraft =>
  reviveDraft(readFileSync(new URL('../fixtures/drafts/unpacked-tables.json', import.meta.url), 'utf8'));

describe('work kept in the browser', () => {
  it('of the earlier form, with its rows as they are, opens whole', async () => {
    const kept = earlier();
    expect(kept.packedTables).toBeUndefined();
    const draft = await unpackDraft(kept);
    expect([draft.county.name.zh, draft.editCount, draft.activeScenarioId]).toEqual(['石桥县', 3, 'second']);
    // One county, two townships, five villages; seven stations beside the depot, the first opens at 9:15.
    expect(draft.county.places).toHaveLength(8);
    const [first, second] = draft.scenarios;
    expect([first!.stations.length, first!.stations[0]!.openClockMin]).toEqual([7, 555]);
    expect(second!.roads).toBeNull();
    expect(first!.roads).toMatchObject({
      source: '实测 2026',
      nodes: [{ id: 'n1', lonLat: [104.5, 31.2] }, { id: 'n2' }, { id: 'n3' }],
      roads: [
        {
          id: 'r1',
          name: '县道 X012',
          fromNodeId: 'n1',
          toNodeId: 'n2',
          lengthKm: 14.2,
          via: [[104.55, 31.22]],
        },
        { id: 'r2', roadClass: 'village', isOneWay: true },
      ],
    });
    for (const scenario of draft.scenarios)
      expect(
        readScenarioFile(writeScenarioFile(scenario, { appVersion: '0', savedAt: '2026-01-01T00:00:00Z' }))
          .ok,
      ).toBe(true);
  });

  it('of the earlier form is kept anew in the present one, and is the same', async () => {
    const draft = await unpackDraft(earlier());
    const again = await packDraft(draft);
    expect(again.packedTables).toHaveLength(2);
    expect(again.scenarios[0]!.stations).toEqual([]);
    // What the county held of its scenarios is theirs.
    expect(await unpackDraft(again)).toEqual({ ...draft, county: { ...draft.county, scenarios: [] } });
  });

  it('of the form before this one, with its tables as texts, opens the same', async () => {
    const draft = await unpackDraft(earlier());
    const asTexts = {
      ...(await packDraft(draft)),
      packedTables: draft.scenarios.map(({ places, stations, demands }) => ({
        places: [...textsOfRows(places)],
        stations: [...textsOfRows(stations)],
        demands: [...textsOfRows(demands)],
      })),
      packedPlaces: [...textsOfRows(draft.county.places)],
    };
    expect(await unpackDraft(asTexts)).toEqual({ ...draft, county: { ...draft.county, scenarios: [] } });
  });

  it('brings back how each scenario was to be simulated and what its befores rest on', async () => {
    const draft = await unpackDraft(earlier());
    const [first] = draft.scenarios;
    const usual = defaultChoices(first!);
    const chosen = {
      ...draft,
      simulationChoices: { [first!.id]: { ...usual, peaks: ['double11' as const], hasChance: false } },
      costChoices: {
        [first!.id]: { operatorCount: 2, contract: { yuanPerParcel: 2.6, reaches: 'village' as const } },
      },
    };
    const back = await unpackDraft(await packDraft(chosen));
    expect(back.simulationChoices).toEqual(chosen.simulationChoices);
    expect(back.costChoices).toEqual(chosen.costChoices);
  });
});
