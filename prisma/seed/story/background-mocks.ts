import type { Story } from "./people.ts";
import type { Told } from "./tell.ts";

export function addBackgroundMocks(_story: Story, _told: readonly Told[]): void {
  return;
}
