BeforeAll {
    . "$PSScriptRoot/../Commands/TestOrg.ps1"
    $org = Start-TestOrg
    $rendering = $PSStyle.OutputRendering
    $PSStyle.OutputRendering = 'PlainText'
    function Get-Line { $input | Out-String -Width 120 -Stream | Where-Object { $_.Trim() } }
}

AfterAll {
    $PSStyle.OutputRendering = $rendering
    Stop-SfEmulator $org
}

Describe 'Formatting' {
    BeforeEach { Reset-TestOrg }

    It 'Session_IsAListOfWhoAndWhere' {
        $lines = Get-SfSession | Get-Line

        $lines | ForEach-Object { ($_ -split ':')[0].Trim() } |
            Should -Be 'User', 'Organization', 'Instance', 'API version', 'Signed in by', 'Connected at', 'API calls'
        $lines[0] | Should -BeLike '*Emulator Administrator (admin@emulator.example)'
        $lines[-1] | Should -Match '\d+ in this session \((\w+ \d+(, )?)+\); the org has used \d+ of 100000'
    }

    It 'Result_IsATableOfFourColumns' {
        $lines = @{ Name = 'a' }, @{ Name = 'b' } | New-SfRecord Account | Get-Line

        -split $lines[0] | Should -Be 'Id', 'Operation', 'Created', 'ObjectType'
        $lines[2] | Should -Match '^001\w{15} Insert\s+True\s+Account$'
        $lines.Count | Should -Be 4
    }

    It 'Emulator_IsATableWithoutSecrets' {
        $lines = $org | Get-Line

        -split $lines[0] | Should -Be 'ProcessId', 'Running', 'LoginUrl'
        $lines[2] | Should -Match "\s*$($org.ProcessId)\s+True\s+$($org.LoginUrl)"
    }

    It 'RecordOfFewFields_IsATable' {
        $null = New-SfRecord Account @{ Name = 'Acme'; Site = 'x' }

        $lines = Invoke-SfQuery 'SELECT Name, Site, Owner.Name FROM Account' | Get-Line

        $lines[0] | Should -Match '^Name\s+Site\s+Owner\.Name'
        $lines[2] | Should -Match '^Acme\s+x\s+Emulator Administrator'
    }

    It 'RefusedRecord_IsShownWithItsNameAndCode' {
        New-SfRecord Account @{ Name = 'Acme'; Tier__c = 'Tin' } -ErrorAction SilentlyContinue -ErrorVariable bad

        ($bad | Out-String -Width 400) -replace '[\s|]+', ' ' |
            Should -BeLike "*Insert of Account 'Acme' was refused: INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: *Tin*"
    }
}
