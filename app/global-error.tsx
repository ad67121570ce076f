"use client";

/** The last resort, when even the layout breaks: plain, without styles that would need a nonce. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <h1>Something broke on our side</h1>
        <p>Nothing that you saved is lost. Please load the page again. Number: {error.digest ?? "none"}</p>
        <a href="/">Go to my start page</a>
      </body>
    </html>
  );
}
