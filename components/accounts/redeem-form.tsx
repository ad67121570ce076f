"use client";

import { useEffect, useState } from "react";
import { ActionForm } from "#components/ui/form.tsx";
import { TextField } from "#components/ui/fields.tsx";
import { Actions } from "#components/ui/page.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { redeemSignInAction } from "#lib/accounts/actions.ts";
import type { FormState } from "#lib/web/form-state.ts";

/**
 * Six digits, or the link's token: that stands behind `#`, so no server and no scanner of mails ever sees it, and only a
 * press of the button redeems it.
 */
export function RedeemForm({ initial, request }: { initial: FormState; request: string }) {
  const [token, setToken] = useState("");
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1));
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return (
    <ActionForm
      action={redeemSignInAction}
      initial={initial}
      hidden={token ? { request, token } : { request }}
    >
      {token ? (
        <p>Press the button to sign in on this device.</p>
      ) : (
        <TextField
          name="code"
          label="Six digits from the mail"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
      )}
      <Actions>
        <SubmitButton pendingLabel="Signing in…">Sign in</SubmitButton>
      </Actions>
    </ActionForm>
  );
}
