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

    It '<View>_FitsOneHundredColumns' -ForEach @(
        @{ View = 'SfObject'; Columns = 'Name', 'Label', 'Prefix', 'May'; Script = { Get-SfObject } }
        @{ View = 'SfField'; Columns = 'Name', 'Label', 'Type', 'Notes'; Script = { Get-SfField Account } }
        @{ View = 'SfChildRelationship'; Columns = 'Name', 'ObjectType', 'Field', 'OnDelete'; Script = { (Get-SfObject Account).ChildRelationships } }
        @{ View = 'SfLimit'; Columns = 'Name', 'Maximum', 'Used', 'Remaining', 'Used', '%'; Script = { Get-SfLimit } }
    ) {
        $lines = & $Script | Out-String -Width 100 -Stream | Where-Object { $_.Trim() }

        -split $lines[0] | Should -Be $Columns
        ($lines | Measure-Object Length -Maximum).Maximum | Should -BeLessOrEqual 100
        $lines | Should -Not -Match '^\w+\s+:'
        $lines.Count | Should -Be (@(& $Script).Count + 2)
    }

    It 'Field_IsShownWithTypeAndNotes' {
        $lines = Get-SfField Account Name, Key__c, OwnerId, Score__c, CreatedDate | Get-Line

        $lines | Where-Object { $_ -match '^Key__c' } | Should -Match 'string\(40\)\s+ext\. id, unique'
        $lines | Where-Object { $_ -match '^Name' -and $_ -match 'required' } | Should -Match 'string\(255\)\s+required'
        $lines | Where-Object { $_ -match '^OwnerId' } | Should -Match 'reference\(User\)'
        $lines | Where-Object { $_ -match '^Score__c' } | Should -Match 'double\(16,4\)'
        $lines | Where-Object { $_ -match '^CreatedDate' } | Should -Match 'datetime\s+read-only'
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
