export interface Command {
  readonly usage: string;
  run(args: readonly string[]): Promise<number>;
}
