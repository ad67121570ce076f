export type ButtonVariant = "primary" | "quiet" | "danger";
export type ButtonSize = "normal" | "small";
export type ButtonLook = {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  wide?: boolean | undefined;
};

const variants: Record<ButtonVariant, string> = {
  primary: "border-accent bg-accent text-accent-ink hover:border-ink hover:bg-ink hover:text-paper",
  quiet: "border-edge bg-raised text-ink hover:bg-sunken",
  danger: "border-attention bg-raised text-attention hover:bg-attention-tint",
};

/** The one look of everything that is pressed. `small` (36 px) is for staff lists, `wide` fills its line. */
export function buttonClass({ variant = "primary", size = "normal", wide = false }: ButtonLook): string {
  const box = size === "small" ? "min-h-9 px-3 py-1 text-sm" : "min-h-11 px-5 py-2";
  return `inline-flex items-center justify-center gap-2 rounded-md border font-semibold text-center leading-tight transition-colors aria-disabled:cursor-default aria-disabled:opacity-70 print:hidden ${box} ${variants[variant]} ${wide ? "w-full" : ""}`;
}
