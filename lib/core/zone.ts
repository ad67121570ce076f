/** "Kathmandu", as the place is called today whichever name of the zone is kept. */
export function zoneCity(zone: string): string {
  const place = zone.slice(zone.lastIndexOf("/") + 1);
  return renamedPlaces[place] ?? place.replaceAll("_", " ");
}

/** Names that Node and Chromium still list zones by. */
const renamedPlaces: Readonly<Record<string, string>> = {
  Calcutta: "Kolkata",
  Faeroe: "Faroe",
  Godthab: "Nuuk",
  Katmandu: "Kathmandu",
  Kiev: "Kyiv",
  Rangoon: "Yangon",
  Saigon: "Ho Chi Minh City",
};

/** Every zone that Node knows, and the saved ones if they are known by another name. */
export function zonesWith(...saved: readonly string[]): string[] {
  return [...new Set([...Intl.supportedValuesOf("timeZone"), "UTC", ...saved])].toSorted();
}
