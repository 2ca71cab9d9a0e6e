import { describe, expect, it } from 'vitest';
import { createProblem, type Problem } from '../../../../src/core/model/problem.ts';
import type { Engine } from '../../../../src/core/solver/annealer.ts';
import { Genetic } from '../../../../src/core/solver/genetic/genetic.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { savingsPlan } from '../../../../src/core/solver/savings.ts';
import { evenly } from '../randomProblem.ts';

interface Case {
  readonly stops: number;
  readonly capacity: number;
  readonly children: number;
  /** Says how large the population is. */
  readonly expectedChildren: number;
}

const cases: Record<string, Case> = {
  'short lines': { stops: 40, capacity: 130, children: 350, expectedChildren: 400 },
  'long lines': { stops: 80, capacity: 600, children: 300, expectedChildren: 400 },
  'few lines': { stops: 30, capacity: 300, children: 500, expectedChildren: 600 },
  'a large population': { stops: 50, capacity: 200, children: 500, expectedChildren: 5000 },
};

const problemOf = ({ stops, capacity }: Case, seed: number): Problem =>
  createProblem({ ...evenly(seed, stops), vehicleTypes: [{ capacity: [capacity] }] });

/** Every child of a search, and what is best after it. */
function course(engine: Engine, one: Case, seed: number) {
  const model = buildKernelModel(problemOf(one, seed));
  const genetic = new Genetic(model, seed, [savingsPlan(model)], one.expectedChildren, engine);
  return Array.from({ length: one.children }, (_, child) => {
    if (child < 10) genetic.addRandom();
    else if (child === 20) genetic.take(savingsPlan(model).lines.map((line) => line.tasks));
    else genetic.generation();
    const { bestCost, bestVersion } = genetic;
    return { bestCost, bestVersion, lines: genetic.last(), best: genetic.best() };
  });
}

describe.each(Object.entries(cases))('the compiled genetic search, %s', (_name, one) => {
  it.each([1, 2, 3])('has the children of its source, county %i', (seed) => {
    const compiled = course('compiled', one, seed);
    expect(compiled).toEqual(course('source', one, seed));
    // Children that are all within capacity would not prove that its price is reckoned with.
    const { delivery } = problemOf(one, seed).stops;
    const loads = compiled.flatMap(({ lines }) =>
      lines.map((line) => line.reduce((sum, task) => sum + delivery[task]!, 0)),
    );
    expect(Math.max(...loads)).toBeGreaterThan(one.capacity);
  });
});
