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
    | "workshops"
    | "people"
    | "reports"
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
  { href: "/workshops", label: "Workshops", icon: "workshops" },
  { href: "/log", label: "Mails", icon: "log" },
];
const admin: readonly Entry[] = [
  ...counselor.slice(0, 4),
  { href: "/people", label: "People", icon: "people" },
  { href: "/reports", label: "Reports", icon: "reports" },
  { href: "/settings", label: "Settings", icon: "settings" },
  ...counselor.slice(4),
];

/** The places of interface.md that exist, by role: an entry appears when its place does. */
export const navigation: Readonly<Record<Role, readonly Entry[]>> = {
  candidate,
  counselor,
  admin,
  guest: [],
};
