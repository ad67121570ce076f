import { z } from "zod";

/** The key that a page renders into its form; it becomes the id of the event. */
export const formKey = z.uuid().toLowerCase();

/** The version of a record that a page showed, as a form sends it. */
export const shownVersion = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
