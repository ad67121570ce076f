import { TextLink } from "#components/ui/page.tsx";
import { IconLine } from "#components/ui/words.tsx";

type PrepLinksProps = {
  kind: "mock" | "prep";
  interviewId: string | null;
  interviews: { id: string; label: string; when: string }[];
  /** The page's address for a kind and an interview. */
  path: (kind: "mock" | "prep", interviewId?: string) => string;
};

/** From a mock to a prep session for an interview that is coming, and back. */
export function PrepLinks({ kind, interviewId, interviews, path }: PrepLinksProps) {
  const others = interviews.filter((interview) => interview.id !== (kind === "prep" ? interviewId : null));
  if (kind === "mock" && others.length === 0) return null;
  return (
    <div className="mb-6 space-y-1">
      {kind === "prep" ? (
        <IconLine icon="practice">
          <TextLink href={path("mock")}>Book a whole mock interview instead</TextLink>
        </IconLine>
      ) : null}
      {others.map(({ id, label, when }) => (
        <IconLine key={id} icon="interviews">
          <TextLink href={path("prep", id)}>{`A short prep session for ${label}`}</TextLink>, {when}
        </IconLine>
      ))}
    </div>
  );
}
