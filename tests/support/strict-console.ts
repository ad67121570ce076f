import { afterEach, beforeEach, expect, vi } from "vitest";

// A stray console.error is a defect that nobody looked at: it makes its test fail.
// A test that provokes one looks at it, then says so: vi.mocked(console.error).mockClear().
beforeEach(() => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  return () => errors.mockRestore();
});

afterEach(() => {
  expect(vi.mocked(console.error).mock.calls, "console.error was called").toEqual([]);
});
