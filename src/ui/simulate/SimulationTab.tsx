export function SimulationTab() {
  return null;
}
