export interface Command {
  readonly name: string;
  readonly usage: string;
  run(args: readonly string[]): Promise<number>;
}
