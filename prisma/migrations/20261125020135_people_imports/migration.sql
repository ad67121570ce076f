-- CreateEnum
CREATE TYPE "import_encoding" AS ENUM ('utf_8', 'utf_16', 'windows_1252');

-- CreateEnum
CREATE TYPE "import_separator" AS ENUM ('comma', 'semicolon', 'tab');

-- CreateTable
CREATE TABLE "people_imports" (
    "id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "encoding" "import_encoding" NOT NULL,
    "separator" "import_separator" NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by_id" UUID,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people_import_rows" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "is_good" BOOLEAN NOT NULL,
    "adds_person" BOOLEAN NOT NULL,
    "adds_interview" BOOLEAN NOT NULL,
    "remarks" JSONB NOT NULL,
    "texts" JSONB,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "people_import_rows_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "people_imports_made_by_id_idx" ON "people_imports"("made_by_id");

-- CreateIndex
CREATE INDEX "people_imports_confirmed_by_id_idx" ON "people_imports"("confirmed_by_id");

-- CreateIndex
CREATE INDEX "people_imports_taken_back_by_id_idx" ON "people_imports"("taken_back_by_id");

-- CreateIndex
CREATE INDEX "people_imports_made_at_id_idx" ON "people_imports"("made_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "people_import_rows_import_id_line_key" ON "people_import_rows"("import_id", "line");

-- AddForeignKey
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_imports" ADD CONSTRAINT "people_imports_taken_back_by_id_fkey" FOREIGN KEY ("taken_back_by_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "people_import_rows" ADD CONSTRAINT "people_import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "people_imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;
