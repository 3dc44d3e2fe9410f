// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Valuation with a list of methods of which the step leaves some out.
@Suite struct MethodTests {
  @Test func `a method that the step leaves out is told by the list, never by the record`() throws {
    let project = try ScratchProject()
    try project.write("id,name\nPAID,Paid\nGIVEN,Given\n", to: "structures/CL_METHOD.csv")
    try project.replace(
      "[[attribute]]\nid = \"DAY\"",
      with:
        "[[attribute]]\nid = \"METHOD\"\nname = \"M\"\ncodelist = \"CL_METHOD\"\n[[attribute]]\nid = \"DAY\"",
      in: "structures/REGISTER.toml"
    )
    try project.replace(
      "DAY = \"day\"",
      with: "DAY = \"day\"\nMETHOD = \"title\"",
      in: "sources/register.toml"
    )
    try project.replace("TITLE = \"title\"\n", with: "", in: "sources/register.toml")
    try project.write(
      "id,group,amount,day,title\n1,A,10.50,,PAID\n2,A,1.00,,GIVEN\n",
      to: "data/register.csv"
    )
    try project.write(
      """
      id = "VALUES"
      name = "Values"
      [[dimension]]
      id = "COMPONENT"
      name = "Component"
      [[measure]]
      id = "VALUE"
      name = "Value"
      type = "decimal"
      precision = 38
      decimals = 2
      """,
      to: "structures/VALUES.toml"
    )
    try project.write(
      """
      kind = "cooperation.value"
      inputs = ["register"]
      outputs = ["values"]
      [parameters]
      structure = "VALUES"
      [parameters.methods]
      PAID = "amount"
      """,
      to: "steps/values.toml"
    )
    let answer = try project.run()
    #expect(answer.exit == 1)
    #expect(answer.codes.contains("cooperation.unknown-method"), "\(answer.messages)")
    #expect(answer.messages.contains("how the method of some records is computed"))
    #expect(answer.messages.contains("these are not there: GIVEN"))
  }

  @Test func `a method that is free text is never repeated in a message`() throws {
    let project = try ScratchProject()
    try project.replace("id = \"TITLE\"", with: "id = \"METHOD\"", in: "structures/REGISTER.toml")
    try project.replace(
      "TITLE = \"title\"",
      with: "METHOD = \"title\"",
      in: "sources/register.toml"
    )
    try project.write(
      "id,group,amount,day,title\n1,A,10.50,,SECRET\n",
      to: "data/register.csv"
    )
    try project.write(
      "id = \"VALUES\"\nname = \"V\"\n[[dimension]]\nid = \"COMPONENT\"\nname = \"C\"\n[[measure]]\n"
        + "id = \"VALUE\"\nname = \"V\"\ntype = \"decimal\"\nprecision = 38\ndecimals = 2\n",
      to: "structures/VALUES.toml"
    )
    try project.write(
      "kind = \"cooperation.value\"\ninputs = [\"register\"]\noutputs = [\"values\"]\n[parameters]\n"
        + "structure = \"VALUES\"\n[parameters.methods]\nPAID = \"amount\"\n",
      to: "steps/values.toml"
    )
    let answer = try project.run()
    #expect(answer.codes.contains("cooperation.unknown-method"), "\(answer.messages)")
    #expect(!answer.messages.contains("SECRET"))
  }
}
