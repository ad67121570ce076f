import type { ReactNode } from "react";
import { ListDetail } from "#components/layout/list-detail.tsx";
import { KeyHelp } from "#components/ui/key-help.tsx";
import { PageTitle } from "#components/ui/page.tsx";
import type { DeskRow } from "#lib/desk/queries/desk.ts";
import { deskWords } from "#lib/desk/words.ts";
import { DeskList } from "./desk-list.tsx";
import { NeighbourLinks } from "./neighbour-links.tsx";

type BesideDeskProps = {
  desk: { rows: DeskRow[]; isCut: boolean };
  /** The address of what stands beside the desk. */
  here: string;
  title: string;
  intro: string;
  flash: ReactNode;
  children: ReactNode;
};

/** Something from the desk with the desk at its side, and the way to the rows before and after it. */
export function BesideDesk({ desk, here, title, intro, flash, children }: BesideDeskProps) {
  const list = (
    <>
      <div className="mb-2 flex justify-end">
        <KeyHelp row="row" />
      </div>
      <DeskList {...desk} current={here} />
    </>
  );
  const detail = (
    <>
      {flash}
      <PageTitle
        back={{ href: "/desk", label: deskWords.title }}
        intro={intro}
        actions={<NeighbourLinks rows={desk.rows} here={here} />}
      >
        {title}
      </PageTitle>
      {children}
    </>
  );
  return (
    <ListDetail
      list={list}
      detail={detail}
      labels={{ list: deskWords.title, detail: title }}
      phone="detail"
    />
  );
}
