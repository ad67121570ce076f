import type { ReactNode } from "react";

type ListDetailProps = {
  list: ReactNode;
  detail: ReactNode;
  /** Names of the two parts for screen readers. */
  labels: { list: string; detail: string };
  /** What the phone shows: the address says whether a row is open. From 1024 px both stand side by side. */
  phone: "list" | "detail" | "both";
};

/** Dense list and its detail. On the phone the detail carries its own way back (PageTitle's `back`). */
export function ListDetail({ list, detail, labels, phone }: ListDetailProps) {
  return (
    <div className="gap-8 lg:grid lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)] lg:items-start">
      <section aria-label={labels.list} className={phone === "detail" ? "hidden lg:block" : ""}>
        {list}
      </section>
      <section
        aria-label={labels.detail}
        className={phone === "list" ? "hidden lg:block" : phone === "both" ? "mt-8 lg:mt-0" : ""}
      >
        {detail}
      </section>
    </div>
  );
}
