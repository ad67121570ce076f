/** A counselor who has left the agency; the candidates were handed over long ago. */
export const formerColleague = {
  key: "dana",
  name: "Dana Whitfield",
  email: "dana@harbourlane.example",
};

/** Who came in by a list, and has not been here yet. */
export const invitedTogether = [
  { key: "oscar", name: "Oscar Lindqvist", email: "oscar.lindqvist@example.org" },
  { key: "yara", name: "Yara Haddad", email: "yara.haddad@example.org" },
];
