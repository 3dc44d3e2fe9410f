// SPDX-License-Identifier: Apache-2.0

internal import Diagnostics
internal import Platform
internal import Project

extension Verb {
  /// `ayni run`: computes what changed, makes a candidate, publishes it where no approval is needed.
  static let run = Verb(
    "run",
    usage: "ayni run [--dry-run]",
    (
      en: "computes what changed and makes a candidate; publishes it where no approval is needed",
      fr:
        "calcule ce qui a changé et fait un candidat ; le publie si aucune approbation n'est exigée"
    ),
    options: ["--dry-run": false]
  ) { invocation in
    try invocation.expectWords(0...0)
    if invocation.has("--dry-run") { return try await plan.run(invocation) }
    let project = try OpenProject(invocation)
    try project.checkParts()
    async let opened = project.session()
    let digests = await FileDigests(of: project.graph, in: project.folder)
    let session = try await opened
    defer { LastingEngine.keep(session, of: project.folder) }
    let run = try Project.Run(
      project.folder,
      project.graph,
      session: session,
      registry: Programmes.registry,
      digests: digests,
      progress: invocation.console.progress
    )
    let results = try await run.steps()
    try keepRejected(results, project.folder)
    let candidate = try await Candidate.make(
      run,
      results,
      parts: Programmes.parts,
      gates: Programmes.gates,
      producer: "ayni \(Programmes.version)"
    )
    let found = results.flatMap(\.diagnostics)
    invocation.console.report(found + candidate.notices)
    show(results, invocation.console)
    guard candidate.objections.isEmpty else {
      // What the steps found has been told; what a gate found besides has not.
      let told = Set(found)
      invocation.console.report(candidate.reasons.filter { !told.contains($0) })
      invocation.console.report(candidate.objections)
      return candidate.objections.exit
    }
    if project.folder.settings.release.approval == .none {
      try announce(try Release.publish(candidate, of: project.folder), invocation.console)
    } else {
      invocation.console.note(waiting)
      invocation.console.result(candidate.path)
    }
    return found.exit
  }

  /// Puts rejected rows where people find them: `.ayni/rejected/STEP.csv`.
  private static func keepRejected(_ results: [StepResult], _ folder: ProjectFolder) throws {
    let target = try folder.root.resolve(".ayni/rejected")
    try DurableFolder.remove(target)
    for result in results {
      guard let path = result.rejectedPath else { continue }
      try DurableFolder.create(target)
      try DurableFile.write(
        try WholeFile.bytes(path),
        to: "\(target)/\(result.step).csv",
        access: .ownerOnly
      )
    }
  }

  private static func show(_ results: [StepResult], _ console: Console) {
    let computed = results.count { $0.state == .computed }
    console.note(
      done,
      ["computed": .count(computed), "stored": .count(results.count - computed)]
    )
  }

  /// Says what was published and where it can be opened.
  static func announce(_ release: Release, _ console: Console) throws {
    let observations = release.manifest.datasets.map(\.observations).reduce(0, +)
    console.note(
      published,
      [
        "id": .text(release.manifest.id), "datasets": .count(release.manifest.datasets.count),
        "observations": .count(observations),
      ]
    )
    let index = "\(release.path)/site/index.html"
    console.result(release.manifest.files["site/index.html"] == nil ? release.path : index)
  }

  private static let done = Message(
    "run.done",
    en: "{computed} {computed|step|steps} computed, {stored} stood ready",
    fr:
      "{computed} {computed|étape calculée|étapes calculées}, {stored} {stored|était prête|étaient prêtes}"
  )
  private static let waiting = Message(
    "run.waiting",
    en: "the candidate waits for ayni publish",
    fr: "le candidat attend ayni publish"
  )
  private static let published = Message(
    "run.published",
    en:
      "release {id}: {datasets} {datasets|dataset|datasets}, {observations} {observations|observation|observations}",
    fr:
      "publication {id} : {datasets} {datasets|jeu|jeux} de données, {observations} {observations|observation|observations}"
  )
}
