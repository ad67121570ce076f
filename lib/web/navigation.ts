import type { Role } from "#lib/infra/prisma/enums.ts";

type Entry = {
  href: string;
  label: string;
  icon:
    | "home"
    | "interviews"
    | "practice"
    | "you"
    | "desk"
    | "candidates"
    | "calendar"
    | "people"
    | "settings"
    | "log";
};

const candidate: readonly Entry[] = [
  { href: "/home", label: "Home", icon: "home" },
  { href: "/interviews", label: "Interviews", icon: "interviews" },
  { href: "/practice", label: "Practice", icon: "practice" },
  { href: "/you", label: "You", icon: "you" },
];
const counselor: readonly Entry[] = [
  { href: "/desk", label: "Desk", icon: "desk" },
  { href: "/candidates", label: "Candidates", icon: "candidates" },
  { href: "/calendar", label: "Calendar", icon: "calendar" },
  { href: "/log", label: "Mails", icon: "log" },
];
const admin: readonly Entry[] = [
  ...counselor.slice(0, 3),
  { href: "/people", label: "People", icon: "people" },
  { href: "/settings/causes", label: "Settings", icon: "settings" },
  ...counselor.slice(3),
];

/** The places of interface.md that exist, by role: an entry appears when its place does. */
export const navigation: Readonly<Record<Role, readonly Entry[]>> = {
  candidate,
  counselor,
  admin,
  guest: [],
};
