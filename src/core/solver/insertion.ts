/** Finds the cheapest allowed place for a task that is on no line, and puts it there. */
export interface Inserter {
  /** False when no place is allowed (or leaving the task out is cheaper). */
  insert(task: number): boolean;
}

/** How insertion positions are looked at; shared by both inserters. */
export interface InsertionSettings {
  /** Nearest tasks beside which positions are tried. */
  readonly granularity: number;
  /** One position in so many is skipped at random ("blink", Christiaens and Vanden Berghe 2020, section 5.3). */
  readonly blinkOneIn: number;
}
