-- AlterEnum
ALTER TYPE "wait_end" ADD VALUE 'closed';
