import type { ComponentProps, ReactNode } from "react";
import Link from "next/link";
import { buttonClass, type ButtonLook } from "./button-class.ts";

type ButtonProps = ButtonLook & Omit<ComponentProps<"button">, "className">;

/** A button without a pending state of its own, for what answers at once. Forms use SubmitButton. */
export function Button({ variant, size, wide, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass({ variant, size, wide })} {...rest} />;
}

/** A link that looks like a button: the one next step of a page. Use `quiet` for all others. */
export function ButtonLink({ href, children, ...look }: ButtonLook & { href: string; children: ReactNode }) {
  return (
    <Link href={href} className={buttonClass(look)}>
      {children}
    </Link>
  );
}
