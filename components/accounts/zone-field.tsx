"use client";

import { useEffect, useState } from "react";
import { Select } from "#components/ui/fields.tsx";
import { browserZone } from "#lib/browser/zone.ts";

type ZoneFieldProps = { zones: string[]; saved: string; guess: boolean };

/** The zone in which somebody reads times. With `guess` it starts with the browser's own, to be confirmed. */
export function ZoneField({ zones, saved, guess }: ZoneFieldProps) {
  const [zone, setZone] = useState(saved);
  useEffect(() => {
    const found = browserZone();
    if (guess && found) setZone(found);
  }, [guess]);
  // Browsers and Node name some zones differently (Kathmandu, Katmandu); the server knows both names.
  const options = [...new Set([...zones, zone])].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
  }));
  return (
    <Select
      key={zone}
      name="timeZone"
      label="Your time zone"
      options={options}
      defaultValue={zone}
      autoComplete="off"
    />
  );
}
