// SPDX-License-Identifier: Apache-2.0

// Schemas and column types are the words in which plans speak: whoever may import Relation may name
// them. The rooms above Structures import Columns for its memory, not for its vocabulary.
@_exported public import Columns
