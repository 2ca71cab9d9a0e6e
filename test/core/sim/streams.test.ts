import { describe, expect, it } from 'vitest';
import { entityHashes, Streams } from '../../../src/core/sim/streams.ts';

describe('Streams', () => {
  it('is uniform on every day and for every draw', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `station ${index}`);
    const streams = new Streams(1, 0, entityHashes(names));
    for (let day = -7; day < 14; day++) {
      for (let draw = 0; draw < 8; draw++) {
        const sum = names.reduce((total, _name, entity) => total + streams.uniform(entity, day, draw), 0);
        // Mean of 2000 uniforms: 0.5 with a standard deviation of 0.0065; five of those on either side.
        expect(Math.abs(sum / names.length - 0.5), `day ${day}, draw ${draw}`).toBeLessThan(0.033);
      }
    }
  });
});
