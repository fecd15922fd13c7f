BeforeDiscovery {
    $cmdlets = (Import-PowerShellDataFile $env:SALESFORCEPS_MODULE).CmdletsToExport
}

Describe 'Help of <_>' -ForEach $cmdlets {
    BeforeAll {
        Import-Module $env:SALESFORCEPS_MODULE
        $command = Get-Command $_ -Module SalesforcePS
        $help = Get-Help $command.Name -Full
        $common = [System.Management.Automation.Cmdlet]::CommonParameters
    }

    It 'Synopsis_IsWritten' {
        # Without a help file Get-Help makes up a synopsis from the syntax.
        $help.Synopsis.Trim() | Should -Not -BeNullOrEmpty
        $help.Synopsis | Should -Not -Match ([regex]::Escape("$($command.Name) ["))
        $help.Description.Text -join '' | Should -Not -BeNullOrEmpty
    }

    It 'Parameters_AreAllDescribed' {
        $names = $command.Parameters.Values |
            Where-Object { $_.Name -notin $common -and $_.Attributes.DontShow -notcontains $true } |
            Select-Object -ExpandProperty Name |
            Sort-Object

        $help.parameters.parameter.name | Sort-Object | Should -Be $names
        foreach ($parameter in $help.parameters.parameter) {
            $parameter.description.Text -join '' | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) needs text"
        }
    }

    It 'Parameters_HaveTheFactsOfTheCommand' {
        foreach ($parameter in $help.parameters.parameter) {
            $actual = $command.Parameters[$parameter.name]

            ($parameter.aliases -split ', ' | Where-Object { $_ -ne 'none' } | Sort-Object) |
                Should -Be ($actual.Aliases | Sort-Object) -Because "of the aliases of -$($parameter.name)"
            $parameter.pipelineInput -ne 'False' |
                Should -Be ($actual.Attributes.ValueFromPipeline -contains $true -or
                    $actual.Attributes.ValueFromPipelineByPropertyName -contains $true)
        }
    }

    It 'Syntax_HasOneLineForEachParameterSet' {
        @($help.syntax.syntaxItem).Count | Should -Be $command.ParameterSets.Count
    }

    It 'Examples_AreTwoOrMore_AndParse' {
        $examples = @($help.examples.example)

        $examples.Count | Should -BeGreaterOrEqual 2
        foreach ($example in $examples) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($example.code, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
            $example.code | Should -Match ([regex]::Escape($command.Name))
        }
    }

    It 'RelatedLinks_AreShown' {
        @($help.relatedLinks.navigationLink).linkText | Should -Not -BeNullOrEmpty
    }

    It 'Outputs_AreNamed' {
        @($help.returnValues.returnValue).type.name | Should -Not -BeNullOrEmpty
    }
}

Describe 'About topic' {
    It 'AboutTopic_IsFoundInTheModule' {
        $folder = Split-Path (Split-Path (Split-Path $env:SALESFORCEPS_MODULE))
        $env:PSModulePath = $folder + [IO.Path]::PathSeparator + $env:PSModulePath
        try {
            Get-Help about_SalesforcePS | Out-String | Should -Match 'Start-SfEmulator'
        }
        finally {
            $env:PSModulePath = $env:PSModulePath.Substring($folder.Length + 1)
        }
    }
}
